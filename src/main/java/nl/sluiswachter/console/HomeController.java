package nl.sluiswachter.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The address that people remember: leads to the first page that is theirs. */
@Controller
class HomeController {

    @GetMapping("/console")
    String home(@ModelAttribute("officer") Officer officer) {
        return ConsolePage.openTo(officer.roles()).stream()
                .findFirst()
                .map(page -> "redirect:" + page.path())
                .orElse("console/no-page");
    }
}
