package nl.sluiswachter.console.signin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler of the console that is called only for somebody who signed in short ago ({@code sluiswachter.console.fresh}).
 * Anybody else signs in again first and comes back to the page they came from; what they had filled in stands there again,
 * not yet sent.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fresh {}
