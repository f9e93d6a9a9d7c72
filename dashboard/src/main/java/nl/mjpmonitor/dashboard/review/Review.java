package nl.mjpmonitor.dashboard.review;

import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.calendar.HotTime;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * One Maandbeeld, with all there is to show of it.
 *
 * @param area the area
 * @param chapters what is gone through, in order
 * @param figures the figures
 * @param readAt moment up to which the figures are known to be the newest
 * @param isStale whether the warehouse does not answer now
 * @param papers what people wrote
 * @param topics the chosen subjects, or what is suggested as long as nobody chose
 * @param parts the topics in the parts of the area; empty while they are asked
 * @param signals the open signals
 * @param outlook hot times of the two months that follow
 */
record Review(
        Area area,
        List<Chapter> chapters,
        ReviewFigures figures,
        Instant readAt,
        boolean isStale,
        ReviewPapers papers,
        List<ReviewLine> topics,
        List<PartFigure> parts,
        List<MeetingSignal> signals,
        List<HotTime> outlook) {

    ReviewKey key() {
        return papers.agenda().key();
    }

    boolean isChosen() {
        return !papers.agenda().content().topics().isEmpty();
    }

    List<PartFigure> partsOf(IndicatorId topic) {
        return parts.stream()
                .filter(part -> part.indicator().id().equals(topic))
                .toList();
    }

    /** What is new since the figures of the page were put together. */
    Review with(ReviewPapers newPapers, List<ReviewLine> newTopics, List<PartFigure> newParts) {
        return new Review(area, chapters, figures, readAt, isStale, newPapers, newTopics, newParts, signals, outlook);
    }
}
