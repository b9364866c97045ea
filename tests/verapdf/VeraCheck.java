// Validates PDF files with veraPDF. Reads "<profile> TAB <path>" lines and answers each with
//   FAIL TAB <clause>-<test> TAB <checks that failed> TAB <first message>   one line for each failed rule
//   DONE TAB <checks made>                                                  or   ERROR TAB <message>
// until its input ends. Profiles are the names of the files in the jar: PDFUA-1, PDFA-3A, ...

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

public class VeraCheck {
  static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] request = line.split("\t", 2);
      try {
        answer(validate(request[0], request[1]));
      } catch (Exception error) {
        OUT.println("ERROR\t" + oneLine(error.toString()));
      }
    }
  }

  static ValidationResult validate(String name, String path) throws Exception {
    ValidationProfile profile = profile(name);
    try (InputStream pdf = new FileInputStream(path);
        PDFAParser parser = Foundries.defaultInstance().createParser(pdf, profile.getPDFAFlavour());
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 100, false, false, false)) {
      return validator.validate(parser);
    }
  }

  static ValidationProfile profile(String name) throws Exception {
    String resource = "org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream xml = VeraCheck.class.getClassLoader().getResourceAsStream(resource)) {
      if (xml == null) {
        throw new IllegalArgumentException("no profile " + name + " in the jar");
      }
      return Profiles.profileFromXml(xml);
    }
  }

  static void answer(ValidationResult result) {
    Map<String, String> messages = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      messages.putIfAbsent(rule(assertion.getRuleId()), oneLine(assertion.getMessage()));
    }
    Map<String, Integer> failed = new TreeMap<>();
    result.getFailedChecks().forEach((id, count) -> failed.put(rule(id), count));
    if (result.isCompliant() != failed.isEmpty()) {
      OUT.println("ERROR\tthe verdict and the failed checks disagree");
      return;
    }
    failed.forEach((id, count) -> OUT.println("FAIL\t" + id + "\t" + count + "\t" + messages.getOrDefault(id, "")));
    OUT.println("DONE\t" + result.getTotalAssertions());
  }

  static String rule(RuleId id) {
    return id.getClause() + "-" + id.getTestNumber();
  }

  static String oneLine(String text) {
    return String.valueOf(text).replaceAll("\\s+", " ");
  }
}
