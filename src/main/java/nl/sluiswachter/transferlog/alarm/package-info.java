/** What looked tampered with, and who looked into it. */
package nl.sluiswachter.transferlog.alarm;
