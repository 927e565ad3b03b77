package nl.sluiswachter.acceptance;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.sluiswachter.console.signin.Fresh;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A page of the running console that is there for a test only: a form that is taken from who signed in short ago. */
final class FreshPage implements AutoCloseable {

    static final String FORM = "/console/rules/form-of-a-test";

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final RequestMappingHandlerMapping mapping =
            RunningGateway.shared().bean(RequestMappingHandlerMapping.class);
    private final RequestMappingInfo get = at(RequestMethod.GET);
    private final RequestMappingInfo post = at(RequestMethod.POST);

    private FreshPage() {}

    static FreshPage open() throws NoSuchMethodException {
        FreshPage page = new FreshPage();
        page.mapping.registerMapping(page.get, page, FreshPage.class.getMethod("show", Model.class));
        page.mapping.registerMapping(page.post, page, FreshPage.class.getMethod("take", String.class));
        return page;
    }

    /** What reached the page. */
    List<String> taken() {
        return taken;
    }

    /** Sends the form from its page, as a browser does that has it open. */
    HttpResponse<String> send(Browser browser, String text) {
        return browser.postFrom(
                FORM,
                FORM,
                Map.of("_csrf", browser.formToken(), "text", text, "choice", "b", "tick", "yes", "story", text));
    }

    public String show(Model model) {
        return "console/form-of-a-test";
    }

    @Fresh
    public String take(@RequestParam("text") String text) {
        taken.add(text);
        return "redirect:" + FORM;
    }

    @Override
    public void close() {
        mapping.unregisterMapping(get);
        mapping.unregisterMapping(post);
    }

    private RequestMappingInfo at(RequestMethod method) {
        return RequestMappingInfo.paths(FORM)
                .methods(method)
                .options(mapping.getBuilderConfiguration())
                .build();
    }
}
