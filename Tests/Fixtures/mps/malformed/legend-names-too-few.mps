* A Footprint model. r1 and so on are its rows, x1 and so on its variables:
* wards
* r1: enough beds
* x1: north
NAME model
ROWS
 N objective
 G r1
COLUMNS
 x1 r1 1
 x2 r1 1
ENDATA
