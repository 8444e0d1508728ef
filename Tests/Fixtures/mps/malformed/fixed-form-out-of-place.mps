NAME          wards
ROWS
 N  total cost
 G  enough beds
COLUMNS
    north one total co            3.0
ENDATA
