letterkit topics list
letterkit recipients list
letterkit facts list
letterkit draft --to state-dept --topic cluster-munitions
letterkit facts verify
