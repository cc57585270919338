// The same names as in Tasklist.
import '../../tasklist/scripts/redress-names.js';

export default [];
