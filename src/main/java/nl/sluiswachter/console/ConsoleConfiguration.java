package nl.sluiswachter.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.thymeleaf.ITemplateEngine;

/** How pages are made: words, languages, styles. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    private static final Duration ASSETS = Duration.ofDays(1);
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("console/words");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    Sentences sentences(MessageSource messages) {
        return new Sentences(messages);
    }

    /** Dutch, unless the browser asks for English first or the reader chose otherwise. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("sluiswachter-language");
        resolver.setDefaultLocaleFunction(request -> asksForEnglish(request) ? Locale.ENGLISH : DUTCH);
        resolver.setRejectInvalidCookies(false); // another host of the domain may have set it
        resolver.setCookieSecure(true);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookiePath("/console");
        return resolver;
    }

    private static boolean asksForEnglish(HttpServletRequest request) {
        return request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
    }

    @Bean
    FilterRegistrationBean<CalmFilter> calmFilter(
            ITemplateEngine templates,
            LocaleResolver locales,
            Environment environment,
            ObjectProvider<DamageAlarm> alarm) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        FilterRegistrationBean<CalmFilter> registration = new FilterRegistrationBean<>(
                new CalmFilter(new CalmPage(templates, locales, demo), found -> alarm.getObject()
                        .raise(found)));
        registration.addUrlPatterns("/console", "/console/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** A detour is no failure. Every failure reaches the filter that makes a page of it. */
    @Override
    public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add((request, response, handler, failure) ->
                failure instanceof Detour detour ? new ModelAndView("redirect:" + detour.address()) : null);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language).addPathPatterns("/console/**", "/console");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl caching = CacheControl.maxAge(ASSETS).cachePublic();
        registry.addResourceHandler("/console/assets/lib/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(caching)
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver());
        registry.addResourceHandler("/console/assets/**")
                .addResourceLocations("classpath:/console/assets/")
                .setCacheControl(caching);
    }
}
