package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.duiding.DuidingPanels;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/** The three subjects of the hour, and choosing them. */
final class TopicSection extends AgendaSection {

    private final transient DuidingPanels panels;
    private final transient AgendaWriter writer;
    private final Div choice = new Div();
    private final transient List<ComboBox<Indicator>> choosers = new ArrayList<>();
    private final Div articles = new Div();
    private final Paragraph none;

    private transient List<Indicator> offered = List.of();
    private transient Optional<ReviewKey> key = Optional.empty();

    TopicSection(ReviewWords words, DuidingPanels panels, AgendaWriter writer) {
        super(AgendaItem.TOPICS, words);
        this.panels = panels;
        this.writer = writer;
        for (int number = 1; number <= ReviewRanking.TOPICS; number++) {
            ComboBox<Indicator> chooser = new ComboBox<>(words.text("review.topic.number", words.count(number)));
            chooser.setItemLabelGenerator(words::name);
            chooser.setClearButtonVisible(true);
            chooser.getElement().setAttribute("data-testid", "onderwerp-kiezen-" + number);
            choosers.add(chooser);
            choice.add(chooser);
        }
        Button keep = new Button(words.text("review.topic.keep"), click -> keep());
        keep.getElement().setAttribute("data-testid", "onderwerpen-bewaren");
        choice.add(keep);
        choice.addClassNames("topic-choice", "filter");
        none = new Paragraph(words.text("review.topic.none"));
        articles.addClassName("topics");
        add(choice, none, articles);
    }

    private void keep() {
        List<Indicator> chosen = choosers.stream()
                .map(ComboBox::getOptionalValue)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        boolean ignored = writer.write(
                content -> content.withTopics(chosen.stream().map(Indicator::id).toList()));
    }

    @Override
    void show(Review review) {
        List<Indicator> topics =
                review.topics().stream().map(ReviewLine::indicator).toList();
        boolean isOther = !key.equals(Optional.of(review.key())) || !topics.equals(shown());
        choice.setVisible(review.papers().mayDo(ReviewRight.WRITE));
        offer(review);
        none.setVisible(topics.isEmpty());
        if (isOther) {
            key = Optional.of(review.key());
            choose(topics);
            articles.removeAll();
            topics.forEach(topic -> articles.add(new TopicArticle(topic, review.key(), words(), panels, writer)));
        }
        articles()
                .forEach(article -> review.topics().stream()
                        .filter(line -> line.indicator().equals(article.indicator()))
                        .forEach(line -> article.show(review, line)));
    }

    /** What can be chosen, most attention first; a choice somebody is making stays. */
    private void offer(Review review) {
        List<Indicator> all =
                review.figures().lines().stream().map(ReviewLine::indicator).toList();
        if (!all.equals(offered)) {
            offered = all;
            choosers.forEach(chooser -> chooser.setItems(all));
        }
    }

    private void choose(List<Indicator> topics) {
        for (int place = 0; place < choosers.size(); place++) {
            if (place < topics.size()) {
                choosers.get(place).setValue(topics.get(place));
            } else {
                choosers.get(place).clear();
            }
        }
    }

    private List<Indicator> shown() {
        return articles().map(TopicArticle::indicator).toList();
    }

    private Stream<TopicArticle> articles() {
        return articles.getChildren().filter(TopicArticle.class::isInstance).map(TopicArticle.class::cast);
    }
}
