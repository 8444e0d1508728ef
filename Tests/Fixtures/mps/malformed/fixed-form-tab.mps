NAME          wards
ROWS
 N  total co
 G  enough b
COLUMNS
    north on	  total co           3.0
ENDATA
