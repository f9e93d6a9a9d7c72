package nl.mjpmonitor.dashboard.access;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import org.springframework.stereotype.Component;

/**
 * The catalogue as the reader of this thread may see it. What the role does not open is not there, so that a view or an answer
 * does not even tell that it exists.
 */
@Component
public final class ReadableCatalogue {

    private final IndicatorCatalogue catalogue;
    private final Areas areas;

    ReadableCatalogue(IndicatorCatalogue catalogue, Areas areas) {
        this.catalogue = catalogue;
        this.areas = areas;
    }

    /** The themes with anything in them for this reader, in the order of the catalogue. */
    public List<IndicatorTheme> themes() {
        return catalogue.themes().stream()
                .filter(theme -> !inTheme(theme.id()).isEmpty())
                .toList();
    }

    /** The groups of one theme with anything in them for this reader. */
    public List<IndicatorGroup> inTheme(String themeId) {
        return withAnything(catalogue.inTheme(themeId));
    }

    /** The groups with anything in them for this reader, in the order of the catalogue. */
    public List<IndicatorGroup> groups() {
        return withAnything(catalogue.groups());
    }

    public List<Indicator> indicators() {
        return readable(catalogue.indicators());
    }

    public List<Indicator> inGroup(String groupId) {
        return readable(catalogue.inGroup(groupId));
    }

    public Optional<Indicator> find(IndicatorId id) {
        return catalogue.find(id).filter(scope()::opens);
    }

    /**
     * One indicator.
     *
     * @throws IllegalArgumentException when there is none of this id for this reader
     */
    public Indicator require(IndicatorId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no indicator " + id));
    }

    private List<IndicatorGroup> withAnything(List<IndicatorGroup> groups) {
        return groups.stream().filter(group -> !inGroup(group.id()).isEmpty()).toList();
    }

    private List<Indicator> readable(List<Indicator> indicators) {
        ReaderScope scope = scope();
        return indicators.stream().filter(scope::opens).toList();
    }

    private ReaderScope scope() {
        return ReaderScope.of(Reader.current(), areas);
    }
}
