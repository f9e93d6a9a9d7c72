package nl.mjpmonitor.dashboard.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * The query that asks on nobody's behalf and refuses nothing. For work without a reader only: who uses it answers for who gets to
 * see the outcome, with a {@link SeriesGate}.
 */
@Qualifier @Target({ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Unscoped {}
