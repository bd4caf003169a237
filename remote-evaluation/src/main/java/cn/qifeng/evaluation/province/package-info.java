/** Sandbox library of experts (沙箱省级专家库): a province for demonstrations behind the same interface as a real one. */
package cn.qifeng.evaluation.province;
