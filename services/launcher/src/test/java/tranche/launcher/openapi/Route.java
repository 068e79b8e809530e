package tranche.launcher.openapi;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.ExecutableMethod;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A method and a path on which some controller answers.
 *
 * @param path with {@code {}} for each of its parameters: what they are called inside is nobody's business
 */
record Route(String method, String path) implements Comparable<Route> {

    static Route of(String method, String path) {
        String plain = ("/" + path).replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/");
        return new Route(method, plain.length() > 1 ? plain.replaceAll("/$", "") : plain);
    }

    /** The routes of all controllers on the class path, from what the compiler wrote down of them; nothing is started. */
    static Set<Route> all() {
        Set<Route> routes = new TreeSet<>();
        SoftServiceLoader.load(BeanDefinitionReference.class, Route.class.getClassLoader())
                .forEach(service -> {
                    if (service.getName().startsWith("tranche.")) {
                        BeanDefinition<?> bean = service.load().load();
                        if (bean.hasStereotype(Controller.class)) {
                            ofController(bean).forEach(routes::add);
                        }
                    }
                });
        return routes;
    }

    private static Stream<Route> ofController(BeanDefinition<?> controller) {
        String base = controller.stringValue(Controller.class).orElse("");
        return controller.getExecutableMethods().stream()
                .filter(method -> method.hasStereotype(HttpMethodMapping.class))
                .flatMap(method -> ofMethod(base, method));
    }

    private static Stream<Route> ofMethod(String base, ExecutableMethod<?, ?> method) {
        AnnotationMetadata metadata = method.getAnnotationMetadata();
        Class<? extends Annotation> mapping =
                metadata.getAnnotationTypeByStereotype(HttpMethodMapping.class).orElseThrow();
        String verb = mapping.getSimpleName().toUpperCase(Locale.ROOT);
        List<String> uris = Stream.concat(
                        Stream.of(metadata.stringValues(mapping, "uris")), metadata.stringValue(mapping).stream())
                .distinct()
                .toList();
        return (uris.isEmpty() ? List.of("") : uris).stream().map(uri -> Route.of(verb, base + "/" + uri));
    }

    @Override
    public int compareTo(Route other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : method.compareTo(other.method);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
