package nl.mjpmonitor.dashboard.page;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;

/** The choice of an area among those the reader may see. The chosen area stands in the address, under {@value #PARAMETER}. */
public final class AreaFilter extends ComboBox<Area> {

    /** Name of the area in the address of a page. */
    public static final String PARAMETER = "gebied";

    private final transient ReadableAreas readable;
    private final transient FigureWords words;

    /** @param choose told which area the reader chose; the municipality when he cleared the field */
    public AreaFilter(ReadableAreas readable, FigureWords words, Consumer<Area> choose) {
        this.readable = readable;
        this.words = words;
        setId(PARAMETER);
        setLabel(words.text("crime.area"));
        setItemLabelGenerator(this::name);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose.accept(Optional.ofNullable(change.getValue()).orElseGet(readable::municipality));
            }
        });
    }

    private String name(Area area) {
        String wijk = area.kind() == AreaKind.BUURT
                ? area.parent().flatMap(readable::find).map(Area::name).orElse("")
                : "";
        return words.text("area." + area.kind(), area.name(), wijk);
    }

    /**
     * Offers these areas and takes the one of the address: the municipality when the address names none, empty when it names one that
     * is not among them.
     */
    public Optional<Area> offer(List<Area> areas, QueryParameters parameters) {
        Optional<Area> asked = parameters
                .getSingleParameter(PARAMETER)
                .map(code -> areas.stream()
                        .filter(area -> area.code().value().equals(code))
                        .findFirst())
                .orElseGet(() -> Optional.of(readable.municipality()));
        setItems(areas);
        setValue(asked.orElseGet(readable::municipality));
        return asked;
    }
}
