/** What permits leave for people to do: reviews afterwards with their verdicts, and obligations that run out. */
package nl.sluiswachter.transferlog.task;
