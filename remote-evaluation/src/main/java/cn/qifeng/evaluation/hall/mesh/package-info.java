/** The room whose browsers are connected to one another directly. */
package cn.qifeng.evaluation.hall.mesh;
