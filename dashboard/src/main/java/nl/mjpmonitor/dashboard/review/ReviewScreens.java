package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.MonthChart;

/** Makes the screens of a Maandbeeld, in the order of the hour. */
final class ReviewScreens {

    private final ReviewWords words;

    ReviewScreens(ReviewWords words) {
        this.words = words;
    }

    List<ReviewScreen> screens(Review review) {
        List<ReviewScreen> screens = new ArrayList<>();
        screens.add(ReviewScreen.of(
                AgendaItem.DATA,
                words.text(
                        "review.title",
                        words.month(review.key().month()),
                        review.area().name()),
                () -> AgendaSection.list(words.data(review), "gegevens")));
        screens.add(ReviewScreen.of(
                AgendaItem.DATA, words.text("review.last-time"), () -> DataSection.lastTime(words, review)));
        screens.add(ReviewScreen.of(
                AgendaItem.SIGNALS,
                words.text(AgendaItem.SIGNALS.textKey()),
                () -> SignalSection.signals(words, review)));
        review.topics().forEach(topic -> {
            screens.add(chart(review, topic));
            screens.add(areas(review, topic));
        });
        screens.add(ReviewScreen.of(AgendaItem.AREAS, words.text(AgendaItem.AREAS.textKey()), () -> outlook(review)));
        screens.add(ReviewScreen.of(
                AgendaItem.ACTIONS,
                words.text(AgendaItem.ACTIONS.textKey()),
                () -> ActionSection.actions(words, review)));
        return screens;
    }

    private Div outlook(Review review) {
        Div all = AreaSection.areas(words, review);
        String text = review.papers().agenda().content().outlook();
        if (!text.isEmpty()) {
            all.add(new Paragraph(text));
        }
        return all;
    }

    private ReviewScreen chart(Review review, ReviewLine topic) {
        return new ReviewScreen(
                AgendaItem.TOPICS,
                words.finding(topic),
                () -> picture(topic),
                Optional.of(() -> TopicArticle.courseTable(words, topic)),
                decision(review, topic));
    }

    private Component picture(ReviewLine topic) {
        MonthChart chart = new MonthChart(words.words(), topic.indicator().exceptionalYears());
        chart.show(topic.course(), TopicArticle.chartWords(words, topic));
        Div picture = new Div(chart, new Paragraph(words.sentence(topic)));
        picture.addClassName("presentation-chart");
        return picture;
    }

    private ReviewScreen areas(Review review, ReviewLine topic) {
        return new ReviewScreen(
                AgendaItem.TOPICS,
                words.text("present.areas", words.name(topic.indicator())),
                () -> explained(review, topic),
                Optional.empty(),
                decision(review, topic));
    }

    private Div explained(Review review, ReviewLine topic) {
        Div all = new Div(TopicArticle.partTable(words, review, topic));
        List<String> duiding = words.duidingen(review, topic.indicator());
        all.add(
                duiding.isEmpty()
                        ? new Paragraph(words.text("duiding.none"))
                        : AgendaSection.list(duiding, "verklaring"));
        return all;
    }

    private String decision(Review review, ReviewLine topic) {
        return review.papers().agenda().content().topic(topic.indicator().id()).stream()
                .flatMap(said -> Stream.of(
                        said("review.topic.request", said.request()), said("review.topic.decision", said.decision())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> said(String key, String text) {
        return Optional.of(text).filter(given -> !given.isEmpty()).map(given -> words.text(key) + ": " + given);
    }
}
