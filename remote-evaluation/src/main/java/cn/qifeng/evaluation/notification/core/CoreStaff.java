package cn.qifeng.evaluation.notification.core;

import cn.qifeng.evaluation.notification.domain.Staff;
import cn.qifeng.evaluation.notification.domain.StaffMember;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.Services;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** People as trading-core knows them. */
@ApplicationScoped
class CoreStaff implements Staff {

    private final ServiceClient services;

    CoreStaff(ServiceClient services) {
        this.services = services;
    }

    @Override
    public List<StaffMember> with(String role) {
        var staff = new ArrayList<StaffMember>();
        for (var person : services.get(Services.TRADING_CORE, "/internal/people?role=" + role)) {
            staff.add(new StaffMember(
                    person.required("personId").asText(),
                    person.at("/party/uscc").asText("")));
        }
        return staff;
    }
}
