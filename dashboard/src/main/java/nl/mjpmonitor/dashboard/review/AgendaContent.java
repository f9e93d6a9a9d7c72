package nl.mjpmonitor.dashboard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * What people add to the figures of a month.
 *
 * @param topics the chosen subjects, at most {@value ReviewRanking#TOPICS}; none as long as nobody chose
 * @param outlook what is coming; may be empty
 * @param actions what was agreed to do
 */
record AgendaContent(List<Topic> topics, String outlook, List<MeetingAction> actions) {

    static final AgendaContent EMPTY = new AgendaContent(List.of(), "", List.of());

    AgendaContent {
        topics = List.copyOf(topics);
        actions = List.copyOf(actions);
        if (topics.size() > ReviewRanking.TOPICS
                || topics.stream().map(Topic::indicator).distinct().count() < topics.size()) {
            throw new IllegalArgumentException("An agenda has at most three topics, no two alike");
        }
    }

    Optional<Topic> topic(IndicatorId indicator) {
        return topics.stream()
                .filter(topic -> topic.indicator().equals(indicator.value()))
                .findFirst();
    }

    /** With these subjects in this order; what was written about those that stay is kept. */
    AgendaContent withTopics(List<IndicatorId> chosen) {
        return new AgendaContent(
                chosen.stream()
                        .map(indicator -> topic(indicator).orElseGet(() -> new Topic(indicator.value(), "", "")))
                        .toList(),
                outlook,
                actions);
    }

    AgendaContent withTopic(IndicatorId indicator, UnaryOperator<Topic> change) {
        return new AgendaContent(
                topics.stream()
                        .map(topic -> topic.indicator().equals(indicator.value()) ? change.apply(topic) : topic)
                        .toList(),
                outlook,
                actions);
    }

    AgendaContent withOutlook(String text) {
        return new AgendaContent(topics, text, actions);
    }

    AgendaContent withAction(MeetingAction action) {
        List<MeetingAction> more = new ArrayList<>(actions);
        more.add(action);
        return new AgendaContent(topics, outlook, more);
    }

    AgendaContent withAction(int index, UnaryOperator<MeetingAction> change) {
        List<MeetingAction> changed = new ArrayList<>(actions);
        changed.set(index, change.apply(changed.get(index)));
        return new AgendaContent(topics, outlook, changed);
    }

    AgendaContent withoutAction(int index) {
        List<MeetingAction> fewer = new ArrayList<>(actions);
        fewer.remove(index);
        return new AgendaContent(topics, outlook, fewer);
    }
}
