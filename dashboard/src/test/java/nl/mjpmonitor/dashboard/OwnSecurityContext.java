package nl.mjpmonitor.dashboard;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Every application context brings a holder of the security context of its own and makes it that of the whole JVM. With several
 * contexts in one run each test takes that of its own context.
 */
final class OwnSecurityContext implements TestExecutionListener, Ordered {

    private static final int BEFORE_THE_USER_OF_THE_TEST = 9_000;

    @Override
    public void beforeTestMethod(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
    }

    @Override
    public int getOrder() {
        return BEFORE_THE_USER_OF_THE_TEST;
    }
}
