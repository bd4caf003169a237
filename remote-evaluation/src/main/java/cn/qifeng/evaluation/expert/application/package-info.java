/** What the platform does with the pool of experts. */
package cn.qifeng.evaluation.expert.application;
