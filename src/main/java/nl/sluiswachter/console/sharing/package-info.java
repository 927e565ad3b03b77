/** Who shares what with whom: a picture of real transfers against what the catalogue allows and what was refused. */
package nl.sluiswachter.console.sharing;
