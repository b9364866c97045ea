letterkit sources add examples/report.txt --publisher "Example Watch" --issued 2024-05-02
cp examples/parties.yaml facts/
letterkit facts add example-watch-2024-05-02-mines-left-fields-odra-valley --from examples/claims/example-watch-2024-05-02-mines-left-fields-odra-valley.yaml
cp examples/topics/*.yaml facts/topics/ && cp examples/senders/*.yaml facts/senders/
letterkit draft --to state-dept --topic valley-mines --date 2024-05-10
