package nl.mjpmonitor.dashboard.areas;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.figures.TileMap;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.springframework.web.util.HtmlUtils;

/**
 * The buurten with their real boundaries, in the same classes as the {@link TileMap} and with the same keys. What it shows always
 * stands in the table near by.
 */
@JsModule("./tile-map.js")
final class BoundaryMap extends Div {

    private static final String CHOSEN = "event.target.closest('[data-area]')?.dataset.area ?? ''";

    private final transient BoundaryOutlines outlines;
    private final Svg drawing = new Svg();

    /**
     * An empty map.
     *
     * @param title what the map shows, for who does not see it
     * @param choose hears which buurt is chosen
     */
    BoundaryMap(BoundaryOutlines outlines, String title, Consumer<AreaCode> choose) {
        this.outlines = outlines;
        addClassName("boundary-map");
        drawing.getElement().setAttribute("role", "group").setAttribute("aria-label", title);
        drawing.getElement()
                .addEventListener("click", event -> {
                    String code = event.getEventData().path(CHOSEN).asString("");
                    outlines.outlines().keySet().stream()
                            .filter(area -> area.value().equals(code))
                            .findFirst()
                            .ifPresent(choose);
                })
                .addEventData(CHOSEN);
        add(drawing);
        drawing.getElement().executeJs("window.mjpTileMap.attach(this)");
    }

    /** Draws the buurten: what stands out on top, so that its border is whole. */
    void show(List<TileMap.Tile> tiles, Optional<AreaCode> chosen) {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"-4 -4 ")
                .append(BoundaryOutlines.WIDTH + 8)
                .append(' ')
                .append(outlines.height() + 8)
                .append("\" focusable=\"false\">");
        tiles.stream()
                .sorted(Comparator.comparingInt((TileMap.Tile tile) -> layer(tile, chosen)))
                .forEach(tile -> {
                    boolean isChosen = isChosen(tile, chosen);
                    boolean isFirstOfAll = chosen.isEmpty() && svg.indexOf("<path") < 0;
                    svg.append(path(tile, isChosen, isChosen || isFirstOfAll));
                });
        drawing.setSvg(svg.append("</svg>").toString());
    }

    private static int layer(TileMap.Tile tile, Optional<AreaCode> chosen) {
        int raised = tile.isUnusual() ? 1 : 0;
        return isChosen(tile, chosen) ? 2 : raised;
    }

    private static boolean isChosen(TileMap.Tile tile, Optional<AreaCode> chosen) {
        return chosen.filter(tile.area()::equals).isPresent();
    }

    private String path(TileMap.Tile tile, boolean isChosen, boolean isStop) {
        BoundaryOutlines.Outline outline = outlines.outlines().get(tile.area());
        if (outline == null) {
            return "";
        }
        String style = tile.classNumber().map(number -> "class-" + number).orElse("class-none")
                + (tile.isUnusual() ? " unusual" : "");
        return "<path class=\"" + style + "\" d=\"" + outline.path() + "\" fill-rule=\"evenodd\" role=\"button\""
                + " tabindex=\"" + (isStop ? 0 : -1) + "\" aria-pressed=\"" + isChosen + "\" aria-label=\""
                + HtmlUtils.htmlEscape(tile.saying()) + "\" data-area=\"" + tile.area() + "\" data-row=\""
                + outline.row() + "\" data-column=\"" + outline.column() + "\"><title>"
                + HtmlUtils.htmlEscape(tile.saying()) + "</title></path>";
    }
}
