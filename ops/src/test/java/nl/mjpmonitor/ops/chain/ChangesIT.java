package nl.mjpmonitor.ops.chain;

import java.time.LocalDate;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is done to a row in the source, the rows and counts of the warehouse follow. */
@ExtendWith(RunningStack.class)
class ChangesIT {

    private static final String PICKPOCKETING = "A40";
    private static final String WYCK = "BU09350006";
    private static final String BINNENSTAD = "BU09350000";
    private static final LocalDate NEW_MONTH = LocalDate.of(2010, 1, 1);

    private final Arrived arrived;
    private final Stack stack;
    private PoliceRegister register;

    ChangesIT(Stack stack) {
        this.stack = stack;
        this.arrived = new Arrived(stack);
    }

    @BeforeEach
    void connect() throws Exception {
        register = new PoliceRegister(stack);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        register.execute("DELETE FROM politie.registration WHERE month < '2018-01-01'");
        register.close();
    }

    @Test
    void theSnapshotEqualsTheSource() throws Exception {
        arrived.equals(register);
    }

    @Test
    void anInsertIsCounted() throws Exception {
        register.add(PICKPOCKETING, WYCK, NEW_MONTH, 7);
        arrived.equals(register);
    }

    @Test
    void aCorrectionReplacesTheCount() throws Exception {
        long registration = register.add(PICKPOCKETING, WYCK, NEW_MONTH, 7);
        arrived.equals(register);
        register.restate(registration, 9);
        arrived.equals(register);
    }

    @Test
    void aCountCanBecomeUnknownAndKnownAgain() throws Exception {
        long registration = register.add(PICKPOCKETING, WYCK, NEW_MONTH, 7);
        register.restate(registration, null);
        arrived.equals(register);
        register.restate(registration, 0);
        arrived.equals(register);
    }

    @Test
    void aWithdrawnRegistrationCountsNowhere() throws Exception {
        long registration = register.add(PICKPOCKETING, WYCK, NEW_MONTH, 7);
        arrived.equals(register);
        register.withdraw(registration);
        arrived.equals(register);
    }

    @Test
    void aMovedRegistrationLeavesItsOldArea() throws Exception {
        long registration = register.add(PICKPOCKETING, WYCK, NEW_MONTH, 7);
        arrived.equals(register);
        register.move(registration, BINNENSTAD);
        arrived.equals(register);
    }

    @Test
    void aChangedPrimaryKeyIsOneRowStill() throws Exception {
        long registration = register.add(PICKPOCKETING, WYCK, NEW_MONTH, 7);
        arrived.equals(register);
        register.renumber(registration, registration + 1_000_000);
        arrived.equals(register);
    }

    @Test
    void aDeletedRowIsGone() throws Exception {
        long registration = register.add(PICKPOCKETING, WYCK, NEW_MONTH, 7);
        arrived.equals(register);
        register.remove(registration);
        arrived.equals(register);
    }
}
