/** What an officer looks at afterwards, and judges: the story, the article, the weighing. Nothing changes; all is an entry. */
package nl.sluiswachter.console.review;
