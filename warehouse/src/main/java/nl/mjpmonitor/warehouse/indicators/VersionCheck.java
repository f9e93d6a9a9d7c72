package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.CatalogueDocument;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.indicators.IndicatorEntry.VersionEntry;

/** Versions follow one another, and none reaches into the next. */
final class VersionCheck {

    private final CatalogueDocument document;
    private final CatalogueFiles files;

    VersionCheck(CatalogueDocument document, CatalogueFiles files) {
        this.document = document;
        this.files = files;
    }

    void check(List<VersionEntry> versions) {
        for (int index = 0; index < versions.size(); index++) {
            VersionEntry version = versions.get(index);
            String pointer = "/versions/" + index;
            if (version.last().filter(last -> last.isBefore(version.first())).isPresent()) {
                add(pointer + "/to", "version " + (index + 1) + " ends before it starts; exchange the months");
            }
            if (index > 0) {
                checkAfter(versions.get(index - 1), version, index);
            }
        }
    }

    private void checkAfter(VersionEntry earlier, VersionEntry version, int index) {
        String pointer = "/versions/" + index + "/from";
        if (!earlier.first().isBefore(version.first())) {
            add(pointer, "version " + (index + 1) + " does not start after the one before it; order them by month");
        } else if (earlier.last()
                .filter(last -> !last.isBefore(version.first()))
                .isPresent()) {
            add(
                    pointer,
                    "version " + (index + 1) + " starts before version " + index + " ends in " + earlier.to()
                            + "; let one month belong to one version");
        }
    }

    private void add(String pointer, String sentence) {
        files.add(document.problem(pointer, sentence));
    }
}
