/** Re-review (复评): what the supervisor let the panel review once more, and nothing else. */
package cn.qifeng.evaluation.rework;
