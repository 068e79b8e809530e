package tranche.launcher.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test in a browser over the one deployment of its JVM, which stops when the last test has run. */
@Tag("broker")
@Tag("browser")
@ExtendWith(InBrowser.Keeper.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InBrowser {

    /** Starts browser and deployment before the first test and gives them back after the last. */
    final class Keeper implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            var store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
            store.getOrComputeIfAbsent(Deployment.class, _ -> Deployment.running(), Deployment.class);
            store.getOrComputeIfAbsent(Chromium.class, _ -> Chromium.running(), Chromium.class);
        }
    }
}
