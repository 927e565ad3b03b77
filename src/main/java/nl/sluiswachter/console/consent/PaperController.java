package nl.sluiswachter.console.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.sluiswachter.consent.ConsentExport;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.console.Download;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.NotHere;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.person.KeptQuestion;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Papers to print: the words to ask a consent with until there is an answer, and from then on the receipt, which is a file too. */
@Controller
class PaperController {

    private static final String PATH = ConsentController.ONE + "/{paper:request|receipt}";
    private static final String FILE = ConsentController.ONE + "/{file:record|receipt}.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final ConsentDesk desk;
    private final ConsentExport export;
    private final Clock clock;

    PaperController(ConsentDesk desk, ConsentExport export, Clock clock) {
        this.desk = desk;
        this.export = export;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String paper(
            @PathVariable("id") String id,
            @PathVariable("paper") String paper,
            StatedGround stated,
            KeptQuestion question,
            @ModelAttribute("officer") Officer officer,
            Locale locale,
            Model model) {
        ConsentHistory consent = desk.one(question, id, new ConsentDesk.Look(officer, stated, call(paper)))
                .consent();
        ConsentView.Sheet sheet = desk.sheets(List.of(consent), locale).sheet(consent);
        model.addAttribute(
                "view",
                new ConsentView.Paper(
                        question.id(), sheet, ConsentExport.receiptId(consent), Here.day(clock.instant(), locale)));
        boolean isForIt = sheet.isToBeAsked() == paper.equals("request");
        return isForIt
                ? "console/consent-" + paper
                : "redirect:" + ConsentController.PATH + "/" + question.id() + "/" + consent.id();
    }

    /** The record of the controller, or the copy for the person. Its name is that of the record and says nothing of whom. */
    @GetMapping(FILE)
    ResponseEntity<byte[]> file(
            @PathVariable("id") String id,
            @PathVariable("file") String file,
            StatedGround stated,
            KeptQuestion question,
            @ModelAttribute("officer") Officer officer)
            throws JsonProcessingException {
        ConsentHistory consent = desk.one(question, id, new ConsentDesk.Look(officer, stated, call(file + ".json")))
                .consent();
        if (file.equals("receipt") && consent.standing(clock.instant()).state() == ConsentState.REQUESTED) {
            throw new NotHere();
        }
        Map<String, Object> content = file.equals("record") ? export.record(consent) : export.receipt(consent);
        String name = "consent-" + file + "-" + consent.id() + ".json";
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        return Download.of(name, "application/json", bytes);
    }

    private static String call(String what) {
        return "GET " + ConsentController.ONE + "/" + what;
    }
}
