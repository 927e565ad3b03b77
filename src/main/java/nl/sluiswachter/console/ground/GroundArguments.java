package nl.sluiswachter.console.ground;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.sluiswachter.console.Destination;
import nl.sluiswachter.console.Detour;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the ground that was stated; whoever stated none is asked first. */
final class GroundArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(StatedGround.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        return StatedGround.of(asked)
                .orElseThrow(() -> new Detour(GroundController.PATH + "?to="
                        + URLEncoder.encode(Destination.of(asked), StandardCharsets.UTF_8)));
    }
}
