package nl.mjpmonitor.dashboard.sending;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.Arrays;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;

/** Where somebody is put on the list. */
final class RecipientForm extends Div {

    /** Hears who is to be put on the list. */
    @FunctionalInterface
    interface OnAdd {
        void add(String address, Role role, Optional<AreaCode> area);
    }

    private final EmailField address = new EmailField();
    private final Select<Role> role = new Select<>();
    private final ComboBox<Area> area = new ComboBox<>();

    RecipientForm(Areas areas, FigureWords words, OnAdd onAdd) {
        addClassName("filter");
        address.setLabel(words.text("sending.address"));
        address.setId("ontvanger-adres");
        role.setLabel(words.text("admin.role"));
        role.setItems(Arrays.asList(Role.values()));
        role.setItemLabelGenerator(one -> words.text("role." + one));
        role.setValue(Role.DRIEHOEK);
        role.setId("ontvanger-rol");
        area.setLabel(words.text("publication.area"));
        area.setItems(areas.all().stream()
                .filter(one -> switch (one.kind()) {
                    case STADSDEEL, LWA, WIJK, BUURT -> true;
                    case GEMEENTE, REST, REGIO, REGIOGEMEENTE, LAND -> false;
                })
                .toList());
        area.setItemLabelGenerator(Area::name);
        area.setId("ontvanger-gebied");
        area.setVisible(false);
        role.addValueChangeListener(change -> {
            boolean isTeam = change.getValue() == Role.GEBIEDSTEAM;
            area.setVisible(isTeam);
            if (!isTeam) {
                area.clear();
            }
        });
        Button add = new Button(
                words.text("sending.add"),
                click -> onAdd.add(
                        address.getValue(),
                        Optional.ofNullable(role.getValue()).orElse(Role.RAAD),
                        Optional.ofNullable(area.getValue()).map(Area::code)));
        add.getElement().setAttribute("data-testid", "ontvanger-erbij");
        add(address, role, area, add);
    }
}
