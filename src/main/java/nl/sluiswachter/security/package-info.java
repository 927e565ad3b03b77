/**
 * The doors: TLS, who is there, which door leads where, and how much may come in. Guarantees that no request reaches a
 * servlet of a partner or back-office door without a registered, active party whose certificate was checked for this very
 * request. Must not know what a request is about.
 */
package nl.sluiswachter.security;
