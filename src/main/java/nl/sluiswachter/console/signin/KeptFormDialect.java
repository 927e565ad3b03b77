package nl.sluiswachter.console.signin;

import java.util.Set;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Fills the forms of any page with what was kept of them, when the page is ready: no page has to know of it. */
final class KeptFormDialect extends AbstractDialect implements IPostProcessorDialect {

    /** Name in the model of the {@link KeptForm} for this page. */
    static final String VARIABLE = "kept";

    private static final int LAST = 10_000;

    KeptFormDialect() {
        super("kept forms");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, KeptFormHandler.class, LAST));
    }
}
