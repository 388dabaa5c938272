package io.holdfast.serving.http;

import io.holdfast.serving.keys.Scope;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All routes there are. The only way to add one is to say who may call it. */
final class Routes {
    private static final Access EVERYBODY = new Access.Everybody();
    private static final Access SCORERS = new Access.Holders(Scope.SCORE_READ);
    private static final Access SNAPSHOT_WRITERS = new Access.Holders(Scope.SNAPSHOT_WRITE);
    private static final Access MODEL_READERS = new Access.Holders(Scope.MODEL_READ);

    private final List<Route> all;
    private final Map<String, List<Route>> byPath = new HashMap<>();
    private final List<Route> withParts = new ArrayList<>();

    private Routes(List<Route> all) {
        this.all = List.copyOf(all);
        for (Route route : all) {
            (route.hasParameter() ? withParts : byPath.computeIfAbsent(route.path(), path -> new ArrayList<>()))
                    .add(route);
        }
    }

    static Routes of(
            ScoreRoutes scores,
            SnapshotRoutes snapshot,
            ModelRoutes model,
            HealthRoutes health,
            ContractRoute contract,
            StoreRoutes store) {
        // The web framework looks through them in this order, so what is asked most comes first.
        List<Route> routes = new ArrayList<>(List.of(
                new Route(HandlerType.POST, "/v1/scores", SCORERS, MediaTypes.JSON, scores::score),
                new Route(HandlerType.POST, "/v1/snapshot:reload", SNAPSHOT_WRITERS, MediaTypes.JSON, snapshot::reload),
                new Route(HandlerType.GET, "/v1/model", MODEL_READERS, MediaTypes.JSON, model::model),
                new Route(HandlerType.GET, "/v1/schema", MODEL_READERS, MediaTypes.JSON, model::schema),
                new Route(HandlerType.GET, "/v1/sample-request", MODEL_READERS, MediaTypes.JSON, model::sampleRequest),
                new Route(HandlerType.GET, "/health/live", EVERYBODY, MediaTypes.JSON, health::live),
                new Route(HandlerType.GET, "/health/ready", EVERYBODY, MediaTypes.JSON, health::ready),
                new Route(HandlerType.GET, "/openapi.yaml", EVERYBODY, MediaTypes.YAML, contract::openApi)));
        routes.addAll(store.all());
        return new Routes(routes);
    }

    List<Route> all() {
        return all;
    }

    /** The route of a method and path, the path as the client wrote it. */
    Optional<Route> find(String method, String path) {
        for (Route route : byPath.getOrDefault(path, List.of())) {
            if (route.takes(method)) {
                return Optional.of(route);
            }
        }
        return withParts.stream()
                .filter(route -> route.isAt(path) && route.takes(method))
                .findFirst();
    }

    /** The methods a path takes, as the {@code Allow} header writes them; empty text for a path that is none. */
    String allowed(String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : all) {
            if (route.isAt(path)) {
                methods.addAll(methods(route));
                methods.add(HandlerType.OPTIONS.name());
            }
        }
        return String.join(", ", methods);
    }

    private static List<String> methods(Route route) {
        List<String> methods = new ArrayList<>();
        methods.add(route.method().name());
        if (route.method().equals(HandlerType.GET)) {
            methods.add(HandlerType.HEAD.name());
        }
        return methods;
    }
}
