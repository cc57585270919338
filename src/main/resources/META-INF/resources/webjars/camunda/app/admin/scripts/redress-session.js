// The same as in Tasklist.
import '../../tasklist/scripts/redress-session.js';

export default [];
