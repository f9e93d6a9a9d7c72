package nl.mjpmonitor.dashboard;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The catalogue with an indicator of every level of confidentiality among the figures of the tests; no report for the council has them. */
@TestConfiguration(proxyBeanMethods = false)
public class LevelledCatalogue {

    public static final String PUBLIC = "woninginbraak";
    public static final String INTERNAL = "autodiefstal";
    public static final String CONFIDENTIAL = "mishandeling";

    @Bean
    @Primary
    IndicatorCatalogue levelledCatalogue() {
        IndicatorCatalogue catalogue = IndicatorCatalogue.load();
        List<Indicator> levelled = catalogue.indicators().stream()
                .map(indicator -> with(
                        indicator,
                        switch (indicator.id().value()) {
                            case INTERNAL -> Confidentiality.INTERN;
                            case CONFIDENTIAL -> Confidentiality.VERTROUWELIJK;
                            default -> Confidentiality.OPENBAAR;
                        }))
                .toList();
        return catalogue(catalogue.themes(), catalogue.groups(), levelled);
    }

    /** Of the parts of an indicator only this one matters here. */
    private static Indicator with(Indicator indicator, Confidentiality confidentiality) {
        try {
            RecordComponent[] components = Indicator.class.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getName().equals("confidentiality")
                        ? confidentiality
                        : components[i].getAccessor().invoke(indicator);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Indicator.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IndicatorCatalogue catalogue(
            List<IndicatorTheme> themes, List<IndicatorGroup> groups, List<Indicator> indicators) {
        try {
            Constructor<IndicatorCatalogue> constructor =
                    IndicatorCatalogue.class.getDeclaredConstructor(List.class, List.class, List.class);
            constructor.setAccessible(true);
            return constructor.newInstance(themes, groups, indicators);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
