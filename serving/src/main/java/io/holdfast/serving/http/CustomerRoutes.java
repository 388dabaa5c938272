package io.holdfast.serving.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.scoring.dataset.LocalizedText;
import io.holdfast.serving.store.Merged;
import io.holdfast.serving.wire.CustomerReplies;
import io.holdfast.serving.wire.MalformedRequestException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/** Answers about customers as persons. */
final class CustomerRoutes {
    private CustomerRoutes() {}

    /** {@code POST /v1/customers:merge}. */
    static byte[] merge(DocumentCall call) throws MalformedRequestException {
        String from = call.body().customerId("from");
        String into = call.body().customerId("into");
        call.body().requireNothingElse();
        if (from.equals(into)) {
            throw call.body()
                    .invalid(
                            "bad_value",
                            "from",
                            LocalizedText.of("Both ids are the same", "两个编号相同"),
                            LocalizedText.of("two ids of one customer", "同一客户的两个编号"));
        }
        Merged merged = call.store().people().merge(from, into, call.writing());
        return CustomerReplies.merged(merged, call.reply());
    }

    /** {@code POST /v1/customers:export}. */
    static byte[] export(DocumentCall call) throws MalformedRequestException {
        String id = id(call);
        Optional<ObjectNode> data = call.store().people().export(id, call.writing());
        return CustomerReplies.exported(id, data.orElseThrow(CustomerRoutes::unknown), call.reply());
    }

    /** {@code POST /v1/customers:erase}. */
    static byte[] erase(DocumentCall call) throws MalformedRequestException {
        String id = id(call);
        return CustomerReplies.erased(id, call.store().people().erase(id, call.writing()), call.reply());
    }

    private static String id(DocumentCall call) throws MalformedRequestException {
        String id = call.body().customerId("customerId");
        call.body().requireNothingElse();
        return id;
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND_404,
                "no_such_customer",
                "The store holds nothing about this customer (expected: one who was in a plan, a contact,"
                        + " a consent, an outcome or a merge).",
                "存储中没有该客户的任何内容（应为：曾出现在计划、联系、同意、结果或合并记录中的客户）。"));
    }
}
