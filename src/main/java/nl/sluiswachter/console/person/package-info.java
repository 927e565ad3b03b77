/** How a page is told about whom it is asked: by a form, never by an address, and kept as keys only. */
package nl.sluiswachter.console.person;
