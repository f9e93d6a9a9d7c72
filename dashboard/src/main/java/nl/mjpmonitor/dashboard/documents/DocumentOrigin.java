package nl.mjpmonitor.dashboard.documents;

import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;

/**
 * Where a document comes from.
 *
 * @param organisation who answers for it
 * @param peildatum the figures are what the warehouse knew at this moment
 * @param madeAt when it was put together
 * @param edition which one it is, such as {@code concept} or {@code editie 2}
 * @param codeVersion version of the software that made it
 * @param isDemonstration whether figures in it were made up for a demonstration; said on every page and sheet
 * @param confidentiality who may see it
 * @param sources names of the sources of its figures
 */
public record DocumentOrigin(
        String organisation,
        Instant peildatum,
        Instant madeAt,
        String edition,
        String codeVersion,
        boolean isDemonstration,
        Confidentiality confidentiality,
        List<String> sources) {

    public DocumentOrigin {
        sources = List.copyOf(sources);
    }
}
