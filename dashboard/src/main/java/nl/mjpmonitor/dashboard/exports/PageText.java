package nl.mjpmonitor.dashboard.exports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.KeptFigure;

/** The text of components as one reads it: without what is hidden, and with a space where the style sheet leaves one. */
final class PageText {

    private static final String BETWEEN = " \u00b7 ";
    private static final String CLOSING = ".,;:)?!%";

    private PageText() {}

    private static final String ACT = "vaadin-button";

    /** All text of a component. */
    static String of(Component component) {
        return of(component.getElement());
    }

    static String of(Element element) {
        StringBuilder all = new StringBuilder();
        append(all, element);
        return all.toString().replaceAll("\\s+", " ").strip();
    }

    /** What a heading itself says, without what stands beside it. */
    static String ofHeading(HtmlContainer heading) {
        String own = heading instanceof H2 ? heading.getText().strip() : "";
        return own.isEmpty() ? of(heading) : own;
    }

    /** The parts of an item, one after the other. */
    static String ofItem(Component item) {
        return String.join(BETWEEN, parts(item.getElement()));
    }

    /** What an item says, part by part, without the figure; the first part is its name. */
    static List<String> partsBeside(Component item, Component figure) {
        List<String> parts = new ArrayList<>();
        item.getElement().getChildren().forEach(part -> {
            StringBuilder text = new StringBuilder();
            appendBut(text, part, figure.getElement());
            String plain = text.toString().replaceAll("\\s+", " ").strip();
            if (!plain.isEmpty()) {
                parts.add(plain);
            }
        });
        return parts;
    }

    /** The components within this one that keep a figure, itself included. */
    static Stream<Component> withFigures(Component component) {
        return Stream.concat(
                KeptFigure.of(component).stream().map(_ -> component),
                component.getChildren().flatMap(PageText::withFigures));
    }

    private static List<String> parts(Element element) {
        return element.getChildren()
                .map(PageText::of)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static void append(StringBuilder all, Element element) {
        if (element.isTextNode()) {
            join(all, element.getText());
        } else if (isRead(element)) {
            element.getChildren().forEach(child -> append(all, child));
        }
    }

    private static void appendBut(StringBuilder all, Element element, Element left) {
        if (element.equals(left)) {
            return;
        }
        if (element.isTextNode()) {
            join(all, element.getText());
        } else if (isRead(element)) {
            element.getChildren().forEach(child -> appendBut(all, child, left));
        }
    }

    /** What a reader can do with a page says nothing on paper. */
    private static boolean isRead(Element element) {
        return element.isVisible()
                && !"true".equals(element.getAttribute("aria-hidden"))
                && !element.getTag().equals(ACT);
    }

    private static void join(StringBuilder all, String text) {
        if (text.isBlank()) {
            return;
        }
        boolean isApart = all.isEmpty()
                || Character.isWhitespace(all.charAt(all.length() - 1))
                || Character.isWhitespace(text.charAt(0))
                || CLOSING.indexOf(text.charAt(0)) >= 0;
        all.append(isApart ? "" : " ").append(text);
    }
}
