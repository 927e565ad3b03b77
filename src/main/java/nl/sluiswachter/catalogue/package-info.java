/**
 * The law as data: exchange types, fields, capacities, re-use between laws, ages, reasons and remedies. It guarantees
 * that a loaded catalogue is complete and free of contradictions. It must not know messages, HTTP or the database.
 */
package nl.sluiswachter.catalogue;
