package nl.sluiswachter.console;

import java.util.List;
import nl.sluiswachter.console.ground.StatedGround;

/**
 * What stands around every page.
 *
 * @param officer who is signed in; null for nobody
 * @param pages what they may open
 * @param here the page of this address; null on one of no page
 * @param ground why they look into the log and for which file; null when not stated
 * @param demo whether this is the demo
 * @param otherLanguage address of the same page in the other language
 */
public record Shell(
        Officer officer,
        List<ConsolePage> pages,
        ConsolePage here,
        StatedGround ground,
        boolean demo,
        String otherLanguage) {

    public Shell {
        pages = List.copyOf(pages);
    }
}
