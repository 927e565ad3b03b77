/** What officers are called, for pages that tell one what another did. */
package nl.sluiswachter.console.officers;
