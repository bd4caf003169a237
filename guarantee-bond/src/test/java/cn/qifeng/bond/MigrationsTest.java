package cn.qifeng.bond;

import cn.qifeng.testkit.migration.MigrationRules;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Migrations of guarantee-bond 数据库脚本")
class MigrationsTest extends MigrationRules {}
