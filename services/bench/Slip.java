import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what a slip costs: a plan in which all milestones hang on the first one, tranches that wait for the last ones, and
 * investors who are called by them. The first milestone is rescheduled; the time is from that until the last milestone has its
 * new forecast, and until the fund's forecast and each investor's is told. Arguments: origin, accounts, milestones, investors.
 */
final class Slip {

    private static final int CHAINS = 20;
    private static final int AT_ONCE = 16;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String api;
    private final String accounts;

    private Slip(String origin, Path accounts) throws Exception {
        this.api = origin + "/api/v1";
        this.accounts = Files.readString(accounts);
    }

    public static void main(String[] arguments) throws Exception {
        new Slip(arguments[0], Path.of(arguments[1]))
                .measure(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        System.exit(0);
    }

    private String key(String account) {
        Matcher key = Pattern.compile("\"" + account + "\"\\s*:\\s*\\{[^}]*\"apiKey\"\\s*:\\s*\"([^\"]+)\"").matcher(accounts);
        if (!key.find()) {
            throw new IllegalStateException("no account " + account);
        }
        return key.group(1);
    }

    private String send(String account, String method, String path, String body) throws Exception {
        for (int attempt = 0; ; attempt++) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(api + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                            .header("Authorization", "Bearer " + key(account))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return answer.body();
            }
            // A service learns of what another made a moment later.
            if (answer.statusCode() != 422 && answer.statusCode() != 503 || attempt == 100) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            Thread.sleep(100);
        }
    }

    private String made(String account, String path, String body) throws Exception {
        return id(send(account, "POST", path, body));
    }

    private static String id(String answer) {
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException(answer);
        }
        return id.group(1);
    }

    private static String member(String answer, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer);
        return member.find() ? member.group(1) : "";
    }

    private void approve(String path, String seen) throws Exception {
        send("approver", "POST", path + "/approval", "{'contentHash': '" + member(seen, "contentHash") + "'}");
    }

    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : workers.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } finally {
            workers.shutdown();
        }
    }

    private String fund(String programme, int investors) throws Exception {
        String fund = made(
                "fund-manager",
                "/funds",
                "{'programmeId': '" + programme + "', 'name': 'Fund " + investors
                        + "', 'baseCurrency': 'USD', 'calendar': 'US'}");
        List<Callable<String>> taken = new ArrayList<>();
        for (int at = 0; at < investors; at++) {
            String name = "Investor " + at;
            taken.add(() -> {
                String investor =
                        made("fund-manager", "/investors", "{'name': '" + name + "', 'kind': 'OTHER', 'country': 'DE'}");
                String drafted = send(
                        "fund-manager",
                        "POST",
                        "/commitments/take-on",
                        "{'fundId': '" + fund + "', 'investorId': '" + investor
                                + "', 'amount': {'value': '1000000.00', 'currency': 'USD'}, 'asOf': '2026-01-31', 'source':"
                                + " 'made up'}");
                send(
                        "approver",
                        "POST",
                        "/commitments/" + id(drafted) + "/take-on-approval",
                        "{'contentHash': '" + member(drafted, "contentHash") + "'}");
                return investor;
            });
        }
        all(taken);
        return fund;
    }

    private String milestone(String project, String name, String before) throws Exception {
        String predecessors = before.isEmpty() ? "" : ", 'predecessors': [{'milestoneId': '" + before + "'}]";
        return made(
                "fund-manager",
                "/milestones",
                "{'projectId': '" + project + "', 'name': '" + name + "', 'kind': 'CONSTRUCTION', 'baselineDate': '"
                        + today.plusYears(2) + "', 'durationDays': 1" + predecessors + "}");
    }

    private void measure(int milestones, int investors) throws Exception {
        String programme = made(
                "fund-manager", "/programmes", "{'name': 'Measured " + milestones + "', 'headlineCurrency': 'USD'}");
        String fund = fund(programme, investors);
        String project = made(
                "fund-manager",
                "/projects",
                "{'programmeId': '" + programme
                        + "', 'name': 'Fab', 'kind': 'FAB', 'region': 'US-AZ', 'country': 'US', 'startDate': '" + today + "'}");
        String first = milestone(project, "First", "");
        List<String> ends = all(chains(project, first, (milestones - 1) / CHAINS));
        for (String end : ends) {
            String draft = send(
                    "fund-manager",
                    "POST",
                    "/tranches",
                    "{'fundId': '" + fund + "', 'name': 'Tranche', 'amount': {'value': '" + 1_000 * investors
                            + ".00', 'currency': 'USD'}, 'conditions': [{'type': 'MILESTONE_VERIFIED', 'milestoneId': '"
                            + end + "'}]}");
            approve("/tranches/" + id(draft), draft);
        }
        String rows = "/forecasts?fundId=" + fund + "&limit=500";
        await(() -> count(rows, "\"due\":\"") == ends.size());
        String last = ends.get(ends.size() - 1);
        String before = forecast(last);
        long since = System.nanoTime();
        send(
                "site-reporter",
                "POST",
                "/milestones/" + first + "/reschedule",
                "{'forecastDate': '" + today.plusYears(1) + "', 'reason': 'Measured'}");
        double answered = seconds(since);
        await(() -> !forecast(last).equals(before));
        double planned = seconds(since);
        await(() -> count(rows, "\"change\":\"MOVED\"") == ends.size());
        System.out.printf(
                Locale.ROOT,
                "%,d milestones, %,d investors, %d tranches: answered in %.2f s, all forecast by %.2f s, everybody told by %.2f s%n",
                milestones,
                investors,
                ends.size(),
                answered,
                planned,
                seconds(since));
    }

    private List<Callable<String>> chains(String project, String first, int length) {
        List<Callable<String>> chains = new ArrayList<>();
        for (int chain = 0; chain < CHAINS; chain++) {
            String name = "Chain " + chain + " ";
            chains.add(() -> {
                String last = first;
                for (int at = 0; at < length; at++) {
                    last = milestone(project, name + at, last);
                }
                return last;
            });
        }
        return chains;
    }

    private String forecast(String milestone) throws Exception {
        return member(send("auditor", "GET", "/milestones/" + milestone, ""), "forecastDate");
    }

    private int count(String path, String wanted) throws Exception {
        String answer = send("auditor", "GET", path, "");
        return (answer.length() - answer.replace(wanted, "").length()) / wanted.length();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(20);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
