package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import java.util.Optional;

/** Keeps a figure with the component that shows it, so that who takes the page along gets numbers and not only digits. */
public final class KeptFigure {

    private KeptFigure() {}

    /** Keeps the figure with the component, in the place of an earlier one. */
    public static void keep(Component component, FigureText figure) {
        ComponentUtil.setData(component, FigureText.class, figure);
    }

    /** The figure that the component shows; empty when it shows none. */
    public static Optional<FigureText> of(Component component) {
        return component instanceof FigureCell cell
                ? cell.figure()
                : Optional.ofNullable(ComponentUtil.getData(component, FigureText.class));
    }
}
