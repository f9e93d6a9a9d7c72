package nl.mjpmonitor.warehouse.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.CatalogueDocument;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.indicators.IndicatorEntry.MeasureEntry;
import nl.mjpmonitor.warehouse.periods.Period;

/** What the parts of an entry ask of each other. */
final class EntryCheck {

    private final CatalogueDocument document;
    private final CatalogueFiles files;

    EntryCheck(CatalogueDocument document, CatalogueFiles files) {
        this.document = document;
        this.files = files;
    }

    void check(IndicatorEntry entry) {
        Optional.ofNullable(entry.target().period())
                .filter(period -> Period.parse(period).isEmpty())
                .ifPresent(period ->
                        add("/target/period", period + " is no period; write a year, quarter or month, such as 2024"));
        checkUnit(entry);
        checkExemptions(entry);
    }

    private void checkUnit(IndicatorEntry entry) {
        MeasureEntry.MeasureKind kind = entry.measure().kind();
        if (kind == MeasureEntry.MeasureKind.DURATION && entry.unit() != Unit.DAGEN) {
            add("/unit", "a duration is in days; make the unit dagen");
        }
        if (kind == MeasureEntry.MeasureKind.DISTINCT && !entry.unit().isWhole()) {
            add("/unit", "different values are counted in whole numbers; choose a unit that counts things");
        }
        if (kind == MeasureEntry.MeasureKind.RATIO && entry.unit().isWhole()) {
            add("/unit", "a ratio is no number of things; make the unit procent, per_10000 or verhouding");
        }
    }

    /** An exemption for what cannot be asked would be a mistake in writing. */
    private void checkExemptions(IndicatorEntry entry) {
        List<Disclosure.Level> exempt =
                Optional.ofNullable(entry.disclosure().exempt()).orElseGet(ArrayList::new);
        for (int index = 0; index < exempt.size(); index++) {
            Disclosure.Level level = exempt.get(index);
            if (!entry.areas().contains(level.area()) || !entry.periods().contains(level.period())) {
                add(
                        "/disclosure/exempt/" + index,
                        "the entry is not defined for this area and period; remove the exemption or add them");
            }
        }
    }

    private void add(String pointer, String sentence) {
        files.add(document.problem(pointer, sentence));
    }
}
