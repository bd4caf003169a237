/** Fixtures shared by the tests of the services. */
package cn.qifeng.testkit;
