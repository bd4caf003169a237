package cn.qifeng.evaluation;

import cn.qifeng.testkit.HouseRules;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Architecture of remote-evaluation 架构")
class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("cn.qifeng.evaluation");
    }
}
