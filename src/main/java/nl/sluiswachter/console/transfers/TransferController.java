package nl.sluiswachter.console.transfers;

import java.util.Locale;
import java.util.UUID;
import nl.sluiswachter.console.AddressId;
import nl.sluiswachter.console.Download;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One transfer. To whoever may not see it, it is not there. */
@Controller
class TransferController {

    private static final String ONE = Asking.PATH + "/{id}";

    private final Stories stories;
    private final TransferPage page;
    private final OnTheSpot proofs;

    TransferController(Stories stories, TransferPage page, OnTheSpot proofs) {
        this.stories = stories;
        this.page = page;
        this.proofs = proofs;
    }

    @GetMapping(ONE)
    String show(
            @PathVariable("id") String text,
            @ModelAttribute("officer") Officer officer,
            StatedGround ground,
            Locale locale,
            Model model) {
        UUID id = AddressId.of(text).orElseThrow(NotHere::new);
        Found decision = stories.decision(officer, ground, "GET " + ONE, id)
                .map(Found::whole)
                .orElseThrow(NotHere::new);
        model.addAttribute("view", page.of(stories.story(decision, ground, id), id, officer, locale));
        return "console/transfer";
    }

    /** The file with which anybody proves what was decided. */
    @GetMapping(ONE + "/proof")
    ResponseEntity<byte[]> proof(
            @PathVariable("id") String text, @ModelAttribute("officer") Officer officer, StatedGround ground) {
        UUID id = AddressId.of(text).orElseThrow(NotHere::new);
        return stories.decision(officer, ground, "GET " + ONE + "/proof", id)
                .filter(decision -> decision.kind() == LogKind.DECISION)
                .flatMap(decision -> proofs.file(id))
                .map(file -> Download.of("proof-" + id + ".json", "application/json", file))
                .orElseThrow(NotHere::new);
    }
}
