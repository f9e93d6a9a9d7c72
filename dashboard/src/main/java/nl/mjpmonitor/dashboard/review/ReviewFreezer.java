package nl.mjpmonitor.dashboard.review;

import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.figures.DemoMark;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.review.FrozenReview.FrozenLine;
import nl.mjpmonitor.dashboard.review.FrozenReview.FrozenPart;
import nl.mjpmonitor.dashboard.review.FrozenReview.FrozenPoint;
import nl.mjpmonitor.dashboard.review.FrozenReview.FrozenTopic;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import org.springframework.stereotype.Component;

/** Writes down a Maandbeeld as readers see it, in Dutch whatever the language of who establishes it. */
@Component
class ReviewFreezer {

    private final ReviewWords words;
    private final DemoMark.Setting demo;

    ReviewFreezer(Texts texts, DemoMark.Setting demo) {
        this.words = new ReviewWords(new FigureWords(texts, Texts.DUTCH));
        this.demo = demo;
    }

    FrozenReview freeze(Review review) {
        List<ReviewWords.Called> called = words.called(review);
        List<String> signals = new ArrayList<>(called.stream()
                .limit(ReviewWords.MOST_SIGNALS)
                .map(ReviewWords.Called::sentence)
                .toList());
        String rest = words.rest(called);
        if (!rest.isEmpty()) {
            signals.add(rest);
        }
        List<String> outlook = new ArrayList<>(words.outlook(review));
        AgendaContent content = review.papers().agenda().content();
        if (!content.outlook().isEmpty()) {
            outlook.add(content.outlook());
        }
        return new FrozenReview(
                review.key().month().toString(),
                review.key().area().value(),
                review.area().name(),
                review.readAt().toString(),
                version(),
                demo.isDemonstration(),
                words.data(review),
                signals,
                review.topics().stream().map(line -> topic(review, line)).toList(),
                outlook,
                content.actions(),
                review.chapters().stream()
                        .flatMap(chapter -> review.figures().lines().stream()
                                .filter(line -> chapter.indicators().contains(line.indicator()))
                                .map(line -> line(chapter, line)))
                        .toList());
    }

    private static String version() {
        String packaged = ReviewFreezer.class.getPackage().getImplementationVersion();
        return packaged == null ? "" : packaged;
    }

    private FrozenTopic topic(Review review, ReviewLine line) {
        Topic said = review.papers()
                .agenda()
                .content()
                .topic(line.indicator().id())
                .orElseGet(() -> new Topic(line.indicator().id().value(), "", ""));
        return new FrozenTopic(
                said.indicator(),
                words.finding(line),
                words.sentence(line),
                line.course().stream().map(this::point).toList(),
                review.partsOf(line.indicator().id()).stream().map(this::part).toList(),
                words.duidingen(review, line.indicator()),
                said.request(),
                said.decision());
    }

    private FrozenPoint point(IndicatorPoint point) {
        return new FrozenPoint(words.period(point.period()), words.value(point));
    }

    private FrozenPart part(PartFigure part) {
        return new FrozenPart(
                part.part().name(),
                words.value(part.change().later()),
                words.value(part.change().base()),
                part.change().judgement().word(words.words().locale()));
    }

    private FrozenLine line(Chapter chapter, ReviewLine line) {
        return new FrozenLine(
                chapter.name().in(words.words().locale()),
                line.indicator().id().value(),
                words.name(line.indicator()),
                words.words().unit(line.indicator().unit()),
                words.value(line.figure()),
                PointMark.letters(PointMark.of(line.figure())),
                words.value(line.month().lastYear().base()),
                words.change(line.month().lastYear()).text(),
                words.value(line.yearToDate().later()),
                words.value(line.yearToDate().base()),
                words.value(line.rolling().later()),
                words.value(line.rolling().base()),
                words.rate(line.rate()).text(),
                line.judgement().word(words.words().locale()),
                words.attention(line));
    }
}
