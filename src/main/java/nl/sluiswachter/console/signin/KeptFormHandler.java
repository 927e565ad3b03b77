package nl.sluiswachter.console.signin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.unbescape.html.HtmlEscape;

/** Walks through a page that is ready and puts into the form that was kept what had been filled in. */
public final class KeptFormHandler extends AbstractTemplateHandler {

    private static final Set<String> CHOICES = Set.of("checkbox", "radio");
    private static final Set<String> NOT_TYPED =
            Set.of("hidden", "submit", "button", "reset", "image", "file", "password");

    private final Map<String, Integer> used = new HashMap<>();
    private KeptForm kept;
    private boolean inForm;
    private boolean inText;
    private String select;

    @Override
    public void setContext(ITemplateContext context) {
        super.setContext(context);
        kept = context.getVariable(KeptFormDialect.VARIABLE) instanceof KeptForm form ? form : null;
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        String element = tag.getElementCompleteName();
        if (element.equals("form")) {
            inForm = kept != null && isWhereItWasSent(tag);
        }
        if (!inForm) {
            super.handleOpenElement(tag);
        } else if (element.equals("option") && select != null && tag.hasAttribute("value")) { // else only a hint
            super.handleOpenElement(chosen(tag, "selected", select));
        } else {
            super.handleOpenElement(tag);
            opened(element, tag.getAttributeValue("name"));
        }
    }

    private void opened(String element, String name) {
        if (element.equals("select")) {
            select = name;
        } else if (element.equals("textarea") && name != null) {
            inText = true;
            // the parser of a browser takes one line break away
            super.handleText(getContext().getModelFactory().createText("\n" + escaped(next(name))));
        }
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        boolean field = inForm
                && tag.getElementCompleteName().equals("input")
                && tag.hasAttribute("name")
                && !NOT_TYPED.contains(type(tag));
        super.handleStandaloneElement(field ? filled(tag) : tag);
    }

    @Override
    public void handleText(IText text) {
        if (!inText) {
            super.handleText(text);
        }
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        switch (tag.getElementCompleteName()) {
            case "form" -> inForm = false;
            case "textarea" -> inText = false;
            case "select" -> select = null;
            default -> {}
        }
        super.handleCloseElement(tag);
    }

    private boolean isWhereItWasSent(IProcessableElementTag form) {
        String action = form.getAttributeValue("action");
        return "post".equalsIgnoreCase(form.getAttributeValue("method"))
                && kept.action().equals(action == null || action.isEmpty() ? kept.page() : action.split("\\?", 2)[0]);
    }

    private IStandaloneElementTag filled(IStandaloneElementTag tag) {
        String name = tag.getAttributeValue("name");
        return CHOICES.contains(type(tag))
                ? chosen(tag, "checked", name)
                : getContext().getModelFactory().setAttribute(tag, "value", escaped(next(name)));
    }

    private <T extends IProcessableElementTag> T chosen(T tag, String mark, String name) {
        String value = tag.hasAttribute("value") ? HtmlEscape.unescapeHtml(tag.getAttributeValue("value")) : "on";
        return kept.values().getOrDefault(name, List.of()).contains(value)
                ? getContext().getModelFactory().setAttribute(tag, mark, mark)
                : getContext().getModelFactory().removeAttribute(tag, mark);
    }

    /** Fields of the same name are filled in their order. */
    private String next(String name) {
        List<String> values = kept.values().getOrDefault(name, List.of());
        int at = used.merge(name, 1, Integer::sum) - 1;
        return at < values.size() ? values.get(at) : "";
    }

    private static String type(IProcessableElementTag tag) {
        return tag.hasAttribute("type") ? tag.getAttributeValue("type") : "text";
    }

    private static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }
}
